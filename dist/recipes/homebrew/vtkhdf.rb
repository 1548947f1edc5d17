class Vtkhdf < Formula
  desc "Convert, show, compare and validate VTKHDF image files"
  homepage "@HOME@"
  url "@HOME@/releases/download/v@VERSION@/vtkhdf-@VERSION@.tar.gz"
  sha256 "@SHA256_TAR_GZ@"
  license "BSD-3-Clause"

  depends_on "openjdk"

  def install
    libexec.install "bin", "lib"
    (bin/"vtkhdf").write_env_script libexec/"bin/vtkhdf", Language::Java.overridable_java_home_env
    bash_completion.install "completions/vtkhdf.bash" => "vtkhdf"
    zsh_completion.install "completions/_vtkhdf"
    fish_completion.install "completions/vtkhdf.fish"
    pkgshare.install "docs/sample/sample.vti"
  end

  test do
    system bin/"vtkhdf", "convert", pkgshare/"sample.vti", "sample.vtkhdf"
    system bin/"vtkhdf", "slice", "sample.vtkhdf", "--array", "density", "--axis", "z", "--index", "8", "-o", "slice.csv"
    assert_match "32 x 32 x 16 points", shell_output("#{bin}/vtkhdf info sample.vtkhdf")
  end
end
