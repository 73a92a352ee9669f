import { expect, test } from 'vitest';
import { changesInShort, revisionChanges } from '../../src/model/revision-changes.ts';
import { checkoutDefinition } from '../fixtures/shop-task-definition.ts';

const ECR = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/checkout';

function between(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) {
	const revision = (number: number, app: Readonly<Record<string, unknown>>) => ({
		...checkoutDefinition(number),
		document: {
			revision: number,
			registeredAt: number,
			cpu: app['cpu'],
			containerDefinitions: [{ name: 'app', ...app }],
		},
	});
	return changesInShort(revisionChanges(revision(42, before), revision(43, after)));
}

test('names the new tag, and shortens what stayed', () => {
	expect(between({ image: `${ECR}:1.42` }, { image: `${ECR}:1.43` })).toBe('image …:1.42 → …:1.43');
	expect(between({ image: 'host:5000/app:1' }, { image: 'host:5000/app:2' })).toBe('image …:1 → …:2');
	expect(between({ image: 'nginx:1' }, { image: 'caddy:2' })).toBe('image nginx:1 → caddy:2');
	expect(between({ image: 'nginx' }, { image: 'nginx:1' })).toBe('image nginx → …:1');
});

test('names variables and secrets, once each and without their values', () => {
	const environment = (...pairs: readonly (readonly [string, string])[]) =>
		pairs.map(([name, value]) => ({ name, value }));
	const before = {
		environment: environment(['PORT', '8080'], ['MODE', 'a']),
		secrets: [{ name: 'KEY', valueFrom: 'x' }],
	};
	const after = {
		environment: environment(['PORT', '9090'], ['NEW', 'b']),
		secrets: [{ name: 'KEY', valueFrom: 'y' }],
	};
	expect(between(before, after)).toBe('env PORT MODE NEW, secret KEY');
});

test('says of size and health check what they were and that they changed', () => {
	const check = (port: number) => ({ command: ['CMD-SHELL', `curl localhost:${port}`], interval: port });
	expect(between({ cpu: '512', healthCheck: check(1) }, { cpu: '1024', healthCheck: check(2) })).toBe(
		'cpu 512 → 1024, health check',
	);
});

test('says so where nothing is different but the number', () => {
	expect(between({}, {})).toBe('no difference');
});
