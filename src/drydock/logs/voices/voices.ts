import type { LogStream } from '../stream.ts';
import type { Voice } from '../voice.ts';
import { agent } from './agent.ts';
import { command } from './command.ts';
import { fluentBit } from './fluent-bit.ts';
import { java } from './java.ts';
import { json } from './json.ts';
import { nginx } from './nginx.ts';
import { plain } from './plain.ts';
import { python } from './python.ts';
import { rails } from './rails.ts';

/** Every voice a container can have. */
export const VOICES: Readonly<Record<LogStream['voice'], Voice>> = {
	json,
	nginx,
	java,
	python,
	rails,
	agent,
	'fluent-bit': fluentBit,
	plain,
	command,
};
