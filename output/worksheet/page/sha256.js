// SHA-256 (https://doi.org/10.6028/NIST.FIPS.180-4), since browsers keep theirs from
// pages that are files.
const primes = [];
for (let n = 2; primes.length < 64; n++) if (primes.every(p => n % p)) primes.push(n);
const fraction = x => (x - Math.floor(x)) * 2 ** 32 | 0;
const constants = primes.map(p => fraction(Math.cbrt(p))), initial = primes.slice(0, 8).map(p => fraction(Math.sqrt(p)));

function sha256(text) {
	const data = new TextEncoder().encode(text), blocks = new DataView(new ArrayBuffer((data.length + 72) >> 6 << 6));
	new Uint8Array(blocks.buffer).set(data);
	blocks.setUint8(data.length, 0x80);
	blocks.setUint32(blocks.byteLength - 4, data.length * 8);
	const turn = (x, n) => x >>> n | x << 32 - n, hash = [...initial], w = new Int32Array(64);
	for (let at = 0; at < blocks.byteLength; at += 64) {
		for (let i = 0; i < 64; i++) {
			if (i < 16) { w[i] = blocks.getInt32(at + 4 * i); continue; }
			const a = w[i - 15], b = w[i - 2];
			w[i] = w[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ a >>> 3) + w[i - 7] + (turn(b, 17) ^ turn(b, 19) ^ b >>> 10);
		}
		let [a, b, c, d, e, f, g, h] = hash;
		for (let i = 0; i < 64; i++) {
			const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + constants[i] + w[i] | 0;
			const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c) | 0;
			[a, b, c, d, e, f, g, h] = [one + two | 0, a, b, c, d + one | 0, e, f, g];
		}
		[a, b, c, d, e, f, g, h].forEach((x, i) => { hash[i] = hash[i] + x | 0; });
	}
	const out = new DataView(new ArrayBuffer(32));
	hash.forEach((x, i) => out.setInt32(4 * i, x));
	return new Uint8Array(out.buffer);
}
