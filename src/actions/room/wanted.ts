import type { TaskNeeds } from '../../model/task-needs.ts';

/** What is to be started beside what runs. */
export type Wanted = {
	/** Tasks more than now, at a time. */
	readonly more: number;
	/** What one of them takes; undefined when its task definition could not be read. */
	readonly needs: TaskNeeds | undefined;
	/** ECS may stop old tasks before it starts these, and so makes room itself. */
	readonly mayStopFirst?: boolean;
};
