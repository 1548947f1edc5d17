// Draws the volume that stands in the page: 255 levels, 0 where there is no value.

import "@kitware/vtk.js/Rendering/OpenGL/Profiles/Volume.js";
import vtkDataArray from "@kitware/vtk.js/Common/Core/DataArray.js";
import vtkImageData from "@kitware/vtk.js/Common/DataModel/ImageData.js";
import vtkPiecewiseFunction from "@kitware/vtk.js/Common/DataModel/PiecewiseFunction.js";
import vtkColorTransferFunction from "@kitware/vtk.js/Rendering/Core/ColorTransferFunction.js";
import vtkVolume from "@kitware/vtk.js/Rendering/Core/Volume.js";
import vtkVolumeMapper from "@kitware/vtk.js/Rendering/Core/VolumeMapper.js";
import vtkGenericRenderWindow from "@kitware/vtk.js/Rendering/Misc/GenericRenderWindow.js";

const LEVELS = 255;
const TURN_DEGREES = 5;
const NEARER = 1.1;

const element = (id) => document.getElementById(id);

function levels(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = text.charCodeAt(i);
  }
  return bytes;
}

function imageOf(about, values) {
  const image = vtkImageData.newInstance();
  image.setDimensions(...about.dimensions);
  image.setOrigin(...about.origin);
  // vtk.js wants them above 0: the axis is turned instead. Its matrix has the axes as columns, one after the other.
  image.setSpacing(...about.spacing.map((one) => Math.abs(one) || 1));
  const turned = about.spacing.map((one) => (one < 0 ? -1 : 1));
  const rows = about.direction;
  image.setDirection(...[0, 1, 2].flatMap((axis) => [0, 1, 2].map((row) => rows[3 * row + axis] * turned[axis])));
  image.getPointData().setScalars(vtkDataArray.newInstance({ name: about.array, numberOfComponents: 1, values }));
  return image;
}

function coloursOf(about) {
  const colours = vtkColorTransferFunction.newInstance();
  about.colours.forEach((colour, i) => {
    const level = 1 + (i / (about.colours.length - 1)) * (LEVELS - 1);
    colours.addRGBPoint(level, (colour >> 16) / 255, ((colour >> 8) & 255) / 255, (colour & 255) / 255);
  });
  return colours;
}

function show() {
  const about = JSON.parse(element("about").textContent);
  element("title").textContent = document.title = `${about.title}: ${about.array}`;
  const numbers = (value) => (value === null ? "-" : String(Number(value.toPrecision(6))));
  element("shown").textContent = `${about.shown}, each the mean of what it covers, from ${numbers(about.min)} to ${numbers(about.max)}`;

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const window3d = vtkGenericRenderWindow.newInstance({ listenWindowResize: true });
  window3d.setContainer(element("view"));
  const renderer = window3d.getRenderer();
  const renderWindow = window3d.getRenderWindow();
  const image = imageOf(about, levels(element("values").textContent.trim()));
  const mapper = vtkVolumeMapper.newInstance();
  mapper.setInputData(image);
  const spacing = image.getSpacing();
  mapper.setSampleDistance(Math.min(...spacing));
  mapper.setMaximumSamplesPerRay(2000);
  const volume = vtkVolume.newInstance();
  volume.setMapper(mapper);
  const property = volume.getProperty();
  property.setRGBTransferFunction(0, coloursOf(about));
  property.setInterpolationTypeToLinear();
  property.setScalarOpacityUnitDistance(0, Math.max(...spacing) * 2);
  renderer.addVolume(volume);

  const paint = () => {
    const hidden = Number(element("hidden").value);
    const most = Number(element("opacity").value) / 100;
    const opacity = vtkPiecewiseFunction.newInstance();
    opacity.addPoint(0, 0);
    opacity.addPoint(Math.max(hidden, 0.5), 0);
    opacity.addPoint(Math.max(hidden, 0.5) + 0.5, most * 0.1);
    opacity.addPoint(LEVELS, most);
    property.setScalarOpacity(0, opacity);
    const value = about.min + ((Math.max(hidden, 1) - 1) / (LEVELS - 1)) * (about.max - about.min);
    element("hidden-value").textContent = about.min === null ? "" : numbers(value);
    renderer.setBackground(...(dark.matches ? [0.09, 0.09, 0.09] : [1, 1, 1]));
    renderWindow.render();
  };
  const reset = () => {
    const camera = renderer.getActiveCamera();
    camera.setPosition(1, -2, 1);
    camera.setFocalPoint(0, 0, 0);
    camera.setViewUp(0, 0, 1);
    renderer.resetCamera();
    renderWindow.render();
  };
  const keys = {
    ArrowLeft: (camera) => camera.azimuth(TURN_DEGREES),
    ArrowRight: (camera) => camera.azimuth(-TURN_DEGREES),
    ArrowUp: (camera) => camera.elevation(-TURN_DEGREES),
    ArrowDown: (camera) => camera.elevation(TURN_DEGREES),
    "+": (camera) => camera.dolly(NEARER),
    "-": (camera) => camera.dolly(1 / NEARER),
  };
  element("view").addEventListener("keydown", (event) => {
    const turn = keys[event.key];
    if (turn && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      turn(renderer.getActiveCamera());
      renderer.getActiveCamera().orthogonalizeViewUp();
      renderer.resetCameraClippingRange();
      renderWindow.render();
    }
  });
  element("hidden").addEventListener("input", paint);
  element("opacity").addEventListener("input", paint);
  element("reset").addEventListener("click", reset);
  element("controls").addEventListener("submit", (event) => event.preventDefault());
  dark.addEventListener("change", paint);
  window3d.resize();
  paint();
  reset();
  element("view").dataset.shown = "true";
}

try {
  show();
} catch (failure) {
  element("error").textContent = `The volume cannot be drawn: ${failure.message}`;
}
