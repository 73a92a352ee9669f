import { familyRevision, regionOf } from '../../model/arn.ts';
import { masked } from '../../model/mask.ts';
import type { TaskDefinition } from '../../model/task-definition.ts';
import { keyOf } from '../key-of.ts';
import type { ViewContext } from '../pane.ts';
import { selectedService, selectedTaskResource } from '../scope.ts';
import { textPane } from '../text-pane.tsx';
import type { TextLine } from '../text-line.ts';
import { orderKeys } from './order-keys.ts';
import { yamlLines } from './yaml-lines.ts';

/** The task definition as YAML, values that may be secrets masked until asked for. */
export const taskDefinitionPane = textPane<TaskDefinition>({
	id: 'task-definition',
	title: (context) => {
		const arn = taskDefinitionArn(context);
		const name = arn === undefined ? 'none' : familyRevision(arn);
		return ['Task definition', name, ...(context.ui.valuesShown ? ['environment values shown'] : [])];
	},
	topics: (context) => {
		const arn = taskDefinitionArn(context);
		return arn === undefined ? [] : [{ kind: 'task-definition', taskDefinitionArn: arn, region: regionOf(arn) }];
	},
	bindings: [
		{
			id: 'task-definition.values',
			keys: ['v'],
			label: 'values',
			help: 'Shows or masks the environment values; they are masked again when the screen is left.',
			footer: 10,
			run: ({ dispatch }) => dispatch({ type: 'values-shown' }),
		},
	],
	subject: (context) => {
		const arn = taskDefinitionArn(context);
		return arn === undefined ? 'nothing' : context.picture.taskDefinitions[arn];
	},
	asking: (context) => `asking ecs:DescribeTaskDefinition for ${familyRevision(taskDefinitionArn(context) ?? '')}`,
	empty: (context) => ({
		why: 'No service or task is selected, so there is no task definition to show.',
		press: `${keyOf(context, 'back')} goes back; press the key again on a service or a task.`,
	}),
	lines: ({ document }, { ui }, width) => documentLines(document, { valuesShown: ui.valuesShown, width }),
});

/** The document in reading order as YAML. */
export function documentLines(
	document: TaskDefinition['document'],
	{ valuesShown, width }: { readonly valuesShown: boolean; readonly width: number },
): readonly TextLine[] {
	return yamlLines(orderKeys(valuesShown ? document : masked(document)), width);
}

/** That of the task when one was opened or has the keys, else the service's. */
function taskDefinitionArn(context: ViewContext): string | undefined {
	const { ui } = context;
	const fromTask = ui.screens.includes('task') || ui.focus === 'tasks';
	const task = fromTask ? selectedTaskResource(context)?.value : undefined;
	return task?.taskDefinitionArn ?? selectedService(context)?.taskDefinition;
}
