import { shortTaskId } from '../../model/arn.ts';
import type { Task } from '../../model/task.ts';
import { definitionTopics } from '../definition-topics.ts';
import { keyOf } from '../key-of.ts';
import { selectedTaskResource, serviceTitle, serviceTopics } from '../scope.ts';
import { sectionLines } from '../section.ts';
import { textPane } from '../text-pane.tsx';
import { containersSection } from './containers-section.ts';
import { STOP_TASK } from '../tasks/stop-bindings.ts';
import { placeSection, stateSection, walkSection } from './task-sections.ts';

/** A task with its containers: where it is in its life, and why it ended. */
export const taskPane = textPane<Task>({
	id: 'task',
	title: (context) => ['Task', context.ui.taskArn ? shortTaskId(context.ui.taskArn) : '-', serviceTitle(context)],
	topics: (context) => [
		...serviceTopics(context, ['tasks']),
		...definitionTopics([selectedTaskResource(context)?.value?.taskDefinitionArn]),
	],
	bindings: [STOP_TASK],
	subject: (context) => {
		const resource = selectedTaskResource(context);
		// Its service's tasks are there and it is not among them: asking again would not bring it back.
		const gone = resource?.readAt !== undefined && resource.value === undefined;
		return context.ui.taskArn === undefined || gone ? 'nothing' : resource;
	},
	asking: (context) => `asking ecs:ListTasks and ecs:DescribeTasks for ${serviceTitle(context)}`,
	empty: (context) => {
		const { taskArn } = context.ui;
		return {
			why: taskArn === undefined ? 'No task is selected.' : `ECS no longer knows the task ${shortTaskId(taskArn)}.`,
			press: `${keyOf(context, 'back')} goes back; ${keyOf(context, 'tasks.open')} on a task opens it here.`,
		};
	},
	lines: (task, context, width) =>
		sectionLines(
			[stateSection(task, context), walkSection(task, context), placeSection(task), containersSection(task, context)],
			width,
		),
});
