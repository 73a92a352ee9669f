import { expect, test } from 'vitest';
import { safeText } from '../../../src/model/safe-text.ts';
import { aTask } from '../../fixtures/a-service.ts';
import { taskDefinitionArn } from '../../fixtures/shop.ts';
import { ago, checkout } from '../checkout.ts';
import { advice, deaths, definition, found, texts } from '../found.ts';

const LOOP = [1, 4, 8];
const old = { taskDefinitionArn: taskDefinitionArn('checkout', 42), startedBy: 'ecs-svc/old' };

/** :43 replaced :42 ten minutes ago. */
const deployed = () => checkout({}, { createdAt: ago(10), rolloutState: 'IN_PROGRESS' });

test('names the container, its exit code and how long it lived', () => {
	const finding = found({ service: checkout(), tasks: deaths(LOOP, 38) })['x-crash-loop'];
	expect(finding).toMatchObject({
		severity: 'critical',
		sentence: 'app dies after about 38s: exit 1, application error; 3 tasks died in 15 min',
		since: ago(8),
	});
	expect(texts(finding)[0]).toBe('task died1 of :43 ended after 38s: exit 1, application error');
});

test('two deaths are no loop', () => {
	expect(found({ service: checkout(), tasks: deaths([1, 4], 38) })).not.toHaveProperty('x-crash-loop');
});

test('tells what changed just before, and how to go back to it', () => {
	const tasks = [...deaths(LOOP, 38), aTask('checkout', 'old', { ...old, createdAt: ago(500), startedAt: ago(499) })];
	const taskDefinitions = {
		...definition(42, [{ name: 'app' }], { containerDefinitions: [{ name: 'app', image: 'shop/checkout:42' }] }),
		...definition(43, [{ name: 'app' }], { containerDefinitions: [{ name: 'app', image: 'shop/checkout:43' }] }),
	};
	const finding = found({ service: deployed(), tasks, taskDefinitions })['x-crash-loop'];
	expect(texts(finding)).toContain('changed just before: deploy :42 → :43, 2m earlier: image …:42 → …:43');
	expect(texts(finding)).toContain(':42 did not die in that time: 1 of its tasks run');
	expect(advice(finding).slice(0, 2)).toEqual(['Roll back to :42', 'deckwatch rollback checkout --to 42']);
});

test('does not advise to go back where no deployment came before, nor to what died, too', () => {
	const earlier = aTask('checkout', 'old', { ...old, createdAt: ago(500), startedAt: ago(499) });
	const long = found({ service: checkout(), tasks: [...deaths(LOOP, 38), earlier] })['x-crash-loop'];
	expect(advice(long).join()).not.toMatch(/roll ?back/iu);
	const both = [...deaths([1, 4], 38), ...deaths([8, 9.5], 38, { ...old, createdAt: ago(12) })];
	const finding = found({ service: deployed(), tasks: both })['x-crash-loop'];
	expect(advice(finding).join()).not.toMatch(/roll ?back/iu);
	expect(finding?.ruledOut).toContain('Not one revision alone: tasks of :43 and :42 die');
});

test('hears the last words of the newest', () => {
	const [newest, ...others] = deaths(LOOP, 38);
	const arn = newest?.taskArn ?? '';
	const source = { region: 'eu-west-1', group: 'g', stream: 's', container: 'app', taskArn: arn };
	const line = { eventId: '1', timestamp: ago(1), ingestedAt: ago(1), source, text: safeText('missing STRIPE_KEY') };
	const tasks = newest ? [newest, ...others] : [];
	const finding = found({ service: checkout(), tasks, lastLines: { [arn]: [line] } })['x-crash-loop'];
	expect(finding?.evidence[1]).toMatchObject({
		text: 'died1 said last: missing STRIPE_KEY',
		api: 'logs:FilterLogEvents',
		place: { kind: 'log', taskArn: arn, at: ago(1) },
	});
});

test('takes in that fewer run than should', () => {
	const all = found({ service: checkout({ runningCount: 1 }), tasks: deaths(LOOP, 38) });
	expect(Object.keys(all)).toEqual(['x-crash-loop']);
	expect(texts(all['x-crash-loop'])).toContain('desired 4, running 1, pending 0');
});

test('takes in the few that a check killed before they crashed, and is told by what most of them died of', () => {
	const KILLED = {
		stopCode: 'ServiceSchedulerInitiated',
		stoppedReason:
			'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/app/a)',
	};
	const tasks = [...deaths([0.5], 30, KILLED), ...deaths(LOOP, 38)];
	const all = found({ service: checkout(), tasks });
	expect(Object.keys(all)).toEqual(['x-crash-loop']);
	expect(all['x-crash-loop']?.sentence).toMatch(/exit 1, application error; 4 tasks died/u);
	expect(all['x-crash-loop']?.ruledOut.join()).not.toMatch(/Not a crash/u);
	const logs = all['x-crash-loop']?.next.filter(({ command = '' }) => command.startsWith('deckwatch logs'));
	expect(logs).toHaveLength(1);
});
