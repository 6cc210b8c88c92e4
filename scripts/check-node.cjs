// Runs before anything else, also on a Node that is too old for the rest: hence plain, old JavaScript.
var LEAST = [20, 9];

var parts = process.versions.node.split('.');
var major = Number(parts[0]);
var minor = Number(parts[1]);

if (major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1])) {
  console.error(
    'ORM Pilot needs Node ' +
      LEAST.join('.') +
      ' or newer, and this is Node ' +
      process.versions.node +
      '. Install a newer one from https://nodejs.org, then run the command again.',
  );
  process.exit(1);
}
