import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const script = `
import { createRequire } from 'node:module';
import { createAws } from ${JSON.stringify(join(import.meta.dirname, '../../src/aws/create-aws.ts'))};
createAws({ clock: Date });
const loaded = Object.keys(createRequire(import.meta.url).cache);
console.log(JSON.stringify(loaded.filter((path) => /@aws-sdk|@smithy/.test(path))));
`;

test('the SDK is not loaded before the first call', () => {
	const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
	expect(JSON.parse(output)).toEqual([]);
});
