import type { TargetInput } from '../../actions/target/target-input.ts';
import { defined } from '../../aws/shapes/defined.ts';
import { actOnService, withServiceOptions, type ServiceActionArguments } from '../actions/act-on-service.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../usage-error.ts';

type OnOff = 'on' | 'off';

type Arguments = ServiceActionArguments & {
	readonly cpu?: string;
	readonly memory?: string;
	readonly requests?: string;
	readonly min?: number;
	readonly max?: number;
	readonly scaleIn?: OnOff;
	readonly scaleOut?: OnOff;
	readonly scheduled?: OnOff;
	readonly cooldownIn?: number;
	readonly cooldownOut?: number;
	readonly onlyOut?: OnOff;
};

const ON_OFF = { type: 'string', nargs: 1, choices: ['on', 'off'] } as const;
const NUMBER = { type: 'number', nargs: 1 } as const;
const TARGET = { type: 'string', nargs: 1 } as const;

export const target: Command<Arguments> = {
	command: 'target <service>',
	describe: 'Set the targets and bounds of autoscaling; what is not given stays as it is',
	changes: true,
	builder: (yargs) =>
		withServiceOptions(yargs)
			.option('cpu', { ...TARGET, describe: 'Target for CPU in percent; none deletes its policy' })
			.option('memory', { ...TARGET, describe: 'Target for memory in percent, or none' })
			.option('requests', { ...TARGET, describe: 'Target for requests per target and minute, or none' })
			.option('min', { ...NUMBER, describe: 'Least number of tasks' })
			.option('max', { ...NUMBER, describe: 'Largest number of tasks' })
			.option('scale-in', { ...ON_OFF, describe: 'Whether policies may take tasks away' })
			.option('scale-out', { ...ON_OFF, describe: 'Whether policies may add tasks' })
			.option('scheduled', { ...ON_OFF, describe: 'Whether scheduled actions may move the bounds' })
			.option('cooldown-in', { ...NUMBER, describe: 'Seconds after a scale-in until the next one' })
			.option('cooldown-out', { ...NUMBER, describe: 'Seconds that a scale-out is given to take effect' })
			.option('only-out', { ...ON_OFF, describe: 'Whether the policies given here only ever add tasks' }),
	async run(context) {
		const input = inputOf(context.args);
		const { target: action } = await import('../../actions/target/target.ts');
		return actOnService(context, action, input);
	},
};

/** @throws {UsageError} for a target that is none */
function inputOf(args: Arguments): TargetInput {
	return defined({
		cpu: targetFrom('--cpu', args.cpu),
		memory: targetFrom('--memory', args.memory),
		requests: targetFrom('--requests', args.requests),
		min: args.min,
		max: args.max,
		scaleIn: isOn(args.scaleIn),
		scaleOut: isOn(args.scaleOut),
		scheduled: isOn(args.scheduled),
		scaleInCooldown: args.cooldownIn,
		scaleOutCooldown: args.cooldownOut,
		disableScaleIn: isOn(args.onlyOut),
	});
}

function targetFrom(option: string, text: string | undefined): number | null | undefined {
	if (text === undefined) return undefined;
	if (text === 'none') return null;
	if (/^\d+(?:\.\d+)?$/u.test(text)) return Number(text);
	throw new UsageError(`${option} takes a number or none, not "${text}".`);
}

function isOn(value: OnOff | undefined): boolean | undefined {
	return value === undefined ? undefined : value === 'on';
}
