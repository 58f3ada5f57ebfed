// Projects on both sides of the antimeridian: the map is cut where they are not, so that they lie side by side.
(function () {
  "use strict";

  const { data } = window.infromapPage;
  const located = data.features.filter((feature) => feature.geometry);
  const isPoint = (feature) => feature.geometry.type === "Point";
  const points = located.flatMap((feature) => (isPoint(feature) ? [feature.geometry.coordinates] : feature.geometry.coordinates));

  // The westernmost longitude east of the widest empty stretch; -180 where that stretch holds the antimeridian.
  function cut() {
    const lons = points.map(([lon]) => lon).sort((a, b) => a - b);
    let widest = lons[0] + 360 - lons[lons.length - 1];
    let west = -180;
    for (let i = 1; i < lons.length; i += 1) {
      if (lons[i] - lons[i - 1] > widest) [widest, west] = [lons[i] - lons[i - 1], lons[i]];
    }
    return west;
  }

  const west = points.length ? cut() : -180;
  data.isAcross = west > -180 && data.bounds[2] - data.bounds[0] > 180;
  if (!data.isAcross) return;
  const shift = (lon) => (lon < west ? lon + 360 : lon);
  for (const feature of located) {
    const { geometry } = feature;
    geometry.coordinates = isPoint(feature)
      ? [shift(geometry.coordinates[0]), geometry.coordinates[1]]
      : geometry.coordinates.map(([lon, lat]) => [shift(lon), lat]);
    feature.waypoints.forEach((stop) => (stop.lon = shift(stop.lon)));
  }
  const lons = points.map(([lon]) => shift(lon));
  data.bounds = [Math.min(...lons), data.bounds[1], Math.max(...lons), data.bounds[3]];
})();
