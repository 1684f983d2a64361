// Reads an array of bodies and writes each as Klavi's sample does before it signs.
const bodies = JSON.parse(require('fs').readFileSync(0, 'utf8'));
console.log(JSON.stringify(bodies.map((body) => JSON.stringify(JSON.parse(body)))));
