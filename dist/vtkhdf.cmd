@echo off
rem Starts the command line. JAVA_HOME chooses the Java, VTKHDF_JAVA_OPTS goes to it (for example -Xmx64m).
setlocal DisableDelayedExpansion
set "here=%~dp0.."
set "java="
set "version="

rem Java itself may have come along.
set "jdk=%here%\runtime"
if exist "%jdk%\bin\java.exe" goto found
if not defined JAVA_HOME goto path
set "jdk=%JAVA_HOME%"
if exist "%jdk%\bin\java.exe" goto found
echo vtkhdf: JAVA_HOME is "%JAVA_HOME%", but there is no bin\java.exe in it 1>&2
exit /b 3

:path
for %%i in (java.exe) do set "java=%%~$PATH:i"
if not defined java goto missing
for %%i in ("%java%\..\..") do set "jdk=%%~fi"
goto release

:missing
echo vtkhdf: no java on the PATH and JAVA_HOME is not set; Java 17 or newer is needed 1>&2
exit /b 3

:found
set "java=%jdk%\bin\java.exe"

:release
rem The release file spares the start of a JVM; the java on the PATH may be a stand-in that has none.
if not exist "%jdk%\release" goto ask
for /f "usebackq tokens=1,2 delims==" %%k in ("%jdk%\release") do if "%%k"=="JAVA_VERSION" set "version=%%~l"
if defined version goto check
:ask
for /f "usebackq tokens=3" %%v in (`^""%java%" -version 2^>^&1^"`) do if not defined version set "version=%%~v"

:check
set "major=0"
for /f "tokens=1,2 delims=.-+" %%a in ("%version%") do call :major %%a %%b
if %major% GEQ 17 goto start
echo vtkhdf: found Java "%version%", "%java%"; Java 17 or newer is needed 1>&2
exit /b 3

:major
set "major=%1"
if "%1"=="1" set "major=%2"
exit /b 0

:start
set "options=-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider -Dslf4j.internal.verbosity=WARN -Xms8m"
if %major% GEQ 24 set "options=%options% --enable-native-access=ALL-UNNAMED"

rem From Java 19 on it keeps an archive of the classes that were used, which makes the next starts fast.
if %major% LSS 19 goto collector
if not defined LOCALAPPDATA goto collector
if not exist "%LOCALAPPDATA%\vtkhdf" mkdir "%LOCALAPPDATA%\vtkhdf" 2>nul
if not exist "%LOCALAPPDATA%\vtkhdf" goto collector
set options=%options% -Xlog:cds*=off -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%LOCALAPPDATA%\vtkhdf\classes-%version%.jsa"

:collector
rem What is over in a moment is not worth much compiling; buffers are reused, so there is little garbage.
set "collector=-XX:+UseSerialGC -XX:FreqInlineSize=100 -XX:CompileThresholdScaling=3"
if "%~1"=="info" set "collector=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=10"
if "%~1"=="validate" set "collector=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=10"

"%java%" %options% %collector% %VTKHDF_JAVA_OPTS% -cp "%here%\lib\vtkhdf.jar" io.vtkhdf.cli.Main %*
exit /b %errorlevel%
