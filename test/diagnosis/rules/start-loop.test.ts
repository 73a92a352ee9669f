import { expect, test } from 'vitest';
import { ago, checkout, died } from '../checkout.ts';
import { advice, found, texts } from '../found.ts';

const IMAGE = 'shop/checkout:9';
const unstarted = (stoppedReason: string) => ({
	stopCode: 'TaskFailedToStart',
	stoppedReason,
	containers: [{ name: 'app', lastStatus: 'STOPPED', image: IMAGE }],
});
const ENI = unstarted('Timeout waiting for network interface provisioning to complete.');
const NEW = unstarted('SomethingNewError: the moon is full');

test('tasks that cannot start for one reason are one finding, however many', () => {
	const tasks = [1, 4, 8].map((minutes) => died(minutes, ENI));
	const all = found({ service: checkout({ runningCount: 0 }), tasks });
	expect(Object.keys(all)).toEqual(['eni-provision-timeout']);
	const finding = all['eni-provision-timeout'];
	expect(finding).toMatchObject({ severity: 'critical', since: ago(8) });
	expect(finding?.sentence).toMatch(
		/^its network interface took too long.*; 3 tasks could not start in 15 min, 0 of 4 running$/u,
	);
	expect(advice(finding)).toContain('deckwatch deploy checkout --force');
});

test('two reasons are two findings', () => {
	const tasks = [died(1, ENI), died(4, NEW), died(8, ENI)];
	expect(Object.values(found({ service: checkout(), tasks })).map((one) => one?.sentence)).toEqual([
		expect.stringMatching(/^its network interface/u),
		expect.stringMatching(/^SomethingNewError: the moon is full/u),
	]);
});

test('names the image, the secret or the subnet that it is about', () => {
	const said = (stoppedReason: string, changes = {}) => {
		const tasks = [1, 4, 8].map((minutes) => died(minutes, { ...unstarted(stoppedReason), ...changes }));
		return Object.entries(found({ service: checkout(), tasks })).map(
			([id, finding]) => `${id}: ${finding?.sentence}`,
		)[0];
	};
	const pull = 'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref';
	expect(said(`${pull} docker.io/library/checkout:9: not found`)).toMatch(
		/^image-not-found: .* \(docker\.io\/library\/checkout:9, app\)/u,
	);
	const secret = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:stripe-AbCdEf';
	const denied = `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${secret} from secrets manager: AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/checkout/1 is not authorized to perform: secretsmanager:GetSecretValue on resource: ${secret}`;
	expect(said(denied)).toBe('x-secret-arn: checkout may not read the secret stripe');
	expect(
		said('Timeout waiting for network interface provisioning to complete.', { subnetId: 'subnet-0ab1' }),
	).toContain('(subnet-0ab1');
});

test('what the catalogue advises is for this service, and sends nobody back where no deployment came before', () => {
	const said =
		'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/library/checkout:9: not found';
	const tasks = [1, 4, 8].map((minutes) => died(minutes, unstarted(said)));
	const steps = advice(found({ service: checkout(), tasks })['image-not-found']);
	expect(steps.length).toBeGreaterThan(2);
	expect(steps.join()).not.toMatch(/<service>|roll ?back/iu);
});

test('a text that nobody has seen stays as it is', () => {
	const tasks = [1, 4, 8].map((minutes) => died(minutes, NEW));
	expect(found({ service: checkout(), tasks })['x-start-loop']?.sentence).toMatch(
		/^SomethingNewError: the moon is full; 3 tasks could not start in 15 min$/u,
	);
});

test('one failed start that was made good is no more than worth a word; during a deploy it is a warning, short of tasks more', () => {
	const severity = (service: ReturnType<typeof checkout>) =>
		found({ service, tasks: [died(3, NEW)] })['x-start-loop']?.severity;
	expect(severity(checkout())).toBe('info');
	expect(severity(checkout({}, { rolloutState: 'IN_PROGRESS' }))).toBe('warning');
	expect(severity(checkout({ runningCount: 3 }))).toBe('high');
});

test('what ECS counts tells it where the tasks were not read', () => {
	const finding = found({ service: checkout({}, { failedTasks: 3 }) })['x-start-loop'];
	expect(finding).toMatchObject({ confidence: 'medium', sentence: '3 tasks of :43 failed in a row' });
	expect(texts(finding)).toEqual(['3 failed tasks in ecs-svc/checkout']);
});
