#!/usr/bin/env node
// Plain syntax and no named imports on purpose: an old Node must get as far as the sentence below.
import module from 'node:module';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
	process.stderr.write(
		`deckwatch needs Node 22.12 or newer; this is Node ${process.versions.node}.\n` +
			'Install a current Node (https://nodejs.org), or run: npx -p node@24 -p deckwatch deckwatch\n',
	);
	process.exit(1);
}
module.enableCompileCache();
const { main } = await import('../dist/main.js');
const status = await main(process.argv.slice(2));
// What still waits for an answer, such as the keys of a role, must not keep the prompt waiting.
for (const stream of [process.stdout, process.stderr]) {
	await new Promise((written) => {
		stream.write('', written);
	});
}
process.exit(status);
