import type { TaskDefinition } from '../../src/model/task-definition.ts';
import type { Task } from '../../src/model/task.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import type { Evidence } from '../../src/diagnosis/evidence.ts';
import type { Finding } from '../../src/diagnosis/finding.ts';
import { taskDefinitionArn } from '../fixtures/shop.ts';
import { ago, died, NOW } from './checkout.ts';

/** What is found, by id. */
export function found(evidence: Evidence): Readonly<Record<string, Finding | undefined>> {
	return Object.fromEntries(diagnose(evidence, NOW).map((finding) => [finding.id, finding]));
}

/** The texts of a finding's evidence, the most telling first. */
export function texts(finding: Finding | undefined): readonly string[] {
	return finding?.evidence.map(({ text }) => text) ?? [];
}

/** What it advises, and the commands for it. */
export function advice(finding: Finding | undefined): readonly string[] {
	return finding?.next.flatMap(({ text, command }) => (command === undefined ? [text] : [text, command])) ?? [];
}

/** Tasks that lived so many seconds and died so many minutes ago each. */
export function deaths(minutes: readonly number[], seconds: number, changes: Partial<Task> = {}): readonly Task[] {
	return minutes.map((one) => died(one, { startedAt: ago(one) - seconds * 1000, ...changes }));
}

type Told = Partial<TaskDefinition['containerDefinitions'][number]> & { readonly name: string };

/** A revision of checkout with these containers; `document` is what of AWS's own JSON is read. */
export function definition(
	revision: number,
	containers: readonly Told[],
	document: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, TaskDefinition>> {
	const arn = taskDefinitionArn('checkout', revision);
	return {
		[arn]: {
			taskDefinitionArn: arn,
			family: 'checkout',
			revision,
			status: 'ACTIVE',
			containerDefinitions: containers.map((one) => ({
				image: `shop/checkout:${revision}.0.1`,
				essential: true,
				portMappings: [],
				logs: { logDriver: 'awslogs', group: '/ecs/checkout', streamPrefix: 'app' },
				...one,
			})),
			document,
		},
	};
}
