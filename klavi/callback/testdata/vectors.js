// Makes vectors.json: node vectors.js > vectors.json. Klavi's sample verifies with the
// same two calls, crypto.createHmac and JSON.stringify.
const crypto = require('crypto');
const key = 'demo-secret-key';
const bodies = [
  '{"eventId":"1","eventName":"link_created"}',
  '[ {"eventId" : "1"},\n\t{"eventId":"2"} ]',
  '{"a":1.0,"b":1e3,"c":1E+2,"d":-0,"e":0.1,"f":1e21,"g":1e-7,"h":123456789012345678901,"i":1e400,"j":1e-400}',
  '{"n":[5e-324,1.7976931348623157e308,0.000001,1e20,100000000000000000000000,4.50,-1.5e-10,1e-6,1e-10]}',
  '{"s":"\\u0041\\/\\u00e9\\u2028\\ud83d\\ude00<>&\\u007f\\u0000\\u001f\\b\\f\\n\\r\\t\\"\\\\"}',
  '{"lone":"\\ud800","low":"\\udc00x","swapped":"\\udc00\\ud800","capital":"\\uD8aB"}',
  '{"b":1,"10":2,"a":3,"9":4,"01":5,"4294967294":6,"4294967295":7,"-1":8,"":9}',
  '{"twice":1,"x":2,"twice":3,"__proto__":4}',
  '{"__proto__":{"admin":true},"constructor":1,"toString":null,"x":{"__proto__":1,"__proto__":[2]}}',
  '{"2":1,"b":0,"1":2,"2":3,"0":4,"00":5," 1":6,"1.0":7,"1e3":8,"-0":9,"+1":10}',
  '{"a":1,"\\u0061":2,"\\u0031":3,"z":4,"1":5}',
  '[1.0,1E3,-0,-0.0,-0e5,0E+0,9007199254740993,-9007199254740993,1e21,999999999999999999999,123456789.125e-3]',
  '{"nome":"José Ação","emoji":"😀","line":"\u2028"}',
  '  "text"  ', 'true', 'null', '-12.50', '[]', '{}', '[[],{},[{}]]',
  '{"deep":{"deep":[{"deep":null}]},"t":true,"f":false}',
];
const hmac = (text) => crypto.createHmac('sha256', key).update(text).digest('hex');
const vectors = bodies.map((body) => {
  const written = JSON.stringify(JSON.parse(body));
  return { body, written, raw: hmac(body), compact: hmac(written) };
});
console.log(JSON.stringify({ madeBy: 'node vectors.js', key, vectors }, null, 1));
