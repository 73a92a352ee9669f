import { z } from 'zod';
import { DAY, HOUR, MINUTE, SECOND } from '../world/clock.ts';

const unitMs: Readonly<Record<string, number>> = { s: SECOND, m: MINUTE, h: HOUR, d: DAY };

const error = 'must be a time such as 90s, 12m, 3h or -2d';

/** `90s`, `12m`, `3h`, `2d`, with a minus sign for the past; read as whole ms. */
export const duration = z
	.string({ error })
	.regex(/^-?\d+(\.\d+)?[smhd]$/, { error })
	.transform((text) => Math.round(Number(text.slice(0, -1)) * (unitMs[text.slice(-1)] ?? Number.NaN)));
