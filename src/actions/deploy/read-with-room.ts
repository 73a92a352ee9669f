import type { Action } from '../action.ts';
import { readRoom } from '../room/read-room.ts';
import type { DeployInput } from './deploy-input.ts';
import { readDeploySnapshot, type DeploySnapshot } from './deploy-snapshot.ts';
import { tasksBeside } from '../../model/rolling-bounds.ts';

/** With the room that there is for the tasks of both revisions. @throws {AwsCallError} */
export const readWithRoom: Action<DeploySnapshot, DeployInput>['read'] = async (aws, subject, input, signal) => {
	const snapshot = await readDeploySnapshot(aws, subject, input, signal);
	if (tasksBeside(snapshot.service).more <= 0) return snapshot;
	return { ...snapshot, room: await readRoom(aws, subject, snapshot.service, signal) };
};
