import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MASK, masked } from '../../src/model/mask.ts';
import { documentLines } from '../../src/views/task-definition/task-definition-pane.ts';
import { lineText } from '../../src/views/text-line.ts';
import { taskDefinition } from '../fixtures/checkout-settings.ts';

describe('masks environment values', () => {
	test('keeps the names and everything else', () => {
		const container = { name: 'app', environment: [{ name: 'KEY', value: 'secret' }], secrets: [{ valueFrom: 'arn' }] };
		expect(masked({ family: 'checkout', containerDefinitions: [container] })).toEqual({
			family: 'checkout',
			containerDefinitions: [{ ...container, environment: [{ name: 'KEY', value: MASK }] }],
		});
	});

	test.each([
		['an empty value', [{ name: 'KEY', value: '' }], [{ name: 'KEY', value: MASK }]],
		['an entry without a name', [{ value: 'secret' }], [{ value: MASK }]],
		['an entry of another shape', ['KEY=secret'], [MASK]],
		['a map', { KEY: 'secret' }, MASK],
		['none', [], []],
	])('%s', (_, environment, expected) => {
		expect(masked({ containerDefinitions: [{ environment }] })).toEqual({
			containerDefinitions: [{ environment: expected }],
		});
	});

	test('never lets a value through to the screen, whatever it is and however deep it lies', () => {
		// Values carry a sign that nothing else in the document has.
		const value = fc.string({ maxLength: 40 }).map((text) => `§§${text}`);
		const entry = fc.record({ name: fc.constantFrom('PORT', 'URL', 'KEY'), value }, { requiredKeys: ['value'] });
		const { tie } = fc.letrec((again) => ({
			tie: fc.oneof(
				{ maxDepth: 3 },
				fc.record({ environment: fc.array(entry) }),
				fc.record({ overrides: fc.array(again('tie'), { maxLength: 3 }), name: fc.constant('app') }),
			),
		}));
		fc.assert(
			fc.property(fc.array(tie, { minLength: 1, maxLength: 3 }), fc.integer({ min: 20, max: 200 }), (list, width) => {
				const lines = documentLines({ containerDefinitions: list }, { valuesShown: false, width });
				expect(lines.map(lineText).join('\n')).not.toContain('§');
			}),
		);
	});
});

test('masks what log drivers and volume drivers are told, but for where a log goes', () => {
	const logConfiguration = (options: object) => ({ logDriver: 'awsfirelens', options });
	const plain = { 'awslogs-group': '/ecs/app', mode: 'non-blocking', Name: 'datadog', region: 'eu-west-1' };
	expect(
		masked({
			containerDefinitions: [
				{
					logConfiguration: logConfiguration({ ...plain, apikey: 's', Url: 'https://me:s@logs', 'splunk-token': 's' }),
				},
			],
			volumes: [{ dockerVolumeConfiguration: { driver: 'local', driverOpts: { o: 'password=s' } } }],
		}),
	).toEqual({
		containerDefinitions: [
			{ logConfiguration: logConfiguration({ ...plain, apikey: MASK, Url: MASK, 'splunk-token': MASK }) },
		],
		volumes: [{ dockerVolumeConfiguration: { driver: 'local', driverOpts: { o: MASK } } }],
	});
});

test('shows the values when asked for', () => {
	const shown = (valuesShown: boolean): string =>
		documentLines(taskDefinition.document, { valuesShown, width: 100 }).map(lineText).join('\n');
	expect(shown(false)).not.toContain('sk_live_51Habcdef');
	expect(shown(true)).toContain('value: sk_live_51Habcdef');
});
