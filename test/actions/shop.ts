import type { AuditEntry } from '../../src/actions/audit.ts';
import type { Action } from '../../src/actions/action.ts';
import { carryOut, type CarriedOut, type Progress } from '../../src/actions/carry-out.ts';
import type { Hands } from '../../src/actions/hands.ts';
import { isRefusal, type Plan, type Refusal } from '../../src/actions/plan.ts';
import { subjectOf, type Subject } from '../../src/actions/subject.ts';
import type { Aws, AwsChanges } from '../../src/aws/aws.ts';
import { createAws, type CreateAwsOptions } from '../../src/aws/create-aws.ts';
import { isReadingOperation } from '../../src/aws/read-only-guard.ts';
import { createDrydock, type Drydock } from '../../src/drydock/drydock.ts';
import type { Scenario } from '../../src/drydock/scenario/scenario.ts';
import { createRequestHandler } from '../../src/drydock/wire/request-handler.ts';
import { NIGHT } from '../fixtures/shop.ts';

const REGION = 'ap-northeast-1';
export const CLUSTER = `arn:aws:ecs:${REGION}:111122223333:cluster/prod`;

/** A shop to act on, over the SDK's bytes: its time passes while an action waits. */
export type ActingShop = {
	readonly drydock: Drydock;
	readonly aws: Aws & AwsChanges;
	readonly audit: readonly AuditEntry[];
	readonly hands: Hands;
	subject(serviceName: string): Promise<Subject>;
	/** Changing calls that reached the wire, in order. */
	sent(): readonly string[];
	/** @throws {Error} when it is refused */
	plan<Snapshot, Input>(action: Action<Snapshot, Input>, about: string | Subject, input: Input): Promise<Plan<Input>>;
	/** About a service by its name, or whatever else. */
	tryPlan<Snapshot, Input>(
		action: Action<Snapshot, Input>,
		about: string | Subject,
		input: Input,
	): Promise<Plan<Input> | Refusal>;
	carryOut<Snapshot, Input>(
		action: Action<Snapshot, Input>,
		plan: Plan<Input>,
		hands?: Partial<Hands>,
	): Promise<{ readonly progress: readonly Progress[]; readonly outcome: CarriedOut<Input> }>;
};

export function actingShop(
	scenario: string | Scenario = 'calm',
	{ startAt = NIGHT, ...options }: Pick<CreateAwsOptions, 'readOnly' | 'rules'> & { readonly startAt?: number } = {},
): ActingShop {
	// AWS's request buckets and ours fill with the shop's time: what an action waits for costs no real time.
	let now = () => startAt;
	const drydock = createDrydock({ scenario, seed: 1, startAt, now: () => now() });
	const { world, control, dispatcher } = drydock;
	now = () => world.clock.now;
	const aws = createAws({
		requestHandler: createRequestHandler(dispatcher),
		credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
		clock: { now },
		readOnly: false,
		...options,
	});
	const audit: AuditEntry[] = [];
	const hands: Hands = {
		aws,
		audit: { append: async (entry) => void audit.push(entry) },
		id: 'action-1',
		now,
		wait: async (ms) => control.step(ms),
		signal: new AbortController().signal,
		until: now() + 600_000,
	};
	const subject = async (serviceName: string) => {
		const [service] = await aws.describeServices(CLUSTER, [serviceName]);
		if (!service) throw new Error(`There is no ${serviceName}.`);
		return subjectOf(service);
	};
	const tryPlan: ActingShop['tryPlan'] = async (action, about, input) =>
		action.plan(await action.read(aws, typeof about === 'string' ? await subject(about) : about, input), input);
	return {
		drydock,
		aws,
		audit,
		hands,
		subject,
		tryPlan,
		sent: () =>
			dispatcher.log.calls.map(({ operation }) => operation).filter((operation) => !isReadingOperation(operation)),
		plan: async (action, about, input) => {
			const planned = await tryPlan(action, about, input);
			if (isRefusal(planned)) throw new Error(planned.refused);
			return planned;
		},
		carryOut: async (action, plan, own = {}) => {
			const progress: Progress[] = [];
			const steps = carryOut(action, plan, { ...hands, ...own });
			for (;;) {
				// oxlint-disable-next-line no-await-in-loop -- one step after the other
				const step = await steps.next();
				if (step.done) return { progress, outcome: step.value };
				progress.push(step.value);
			}
		},
	};
}
