import { useEffect, useState } from 'react';

/** The time, once a second: ages move, and nothing else does. */
export function useNow(now: () => number): number {
	const [time, setTime] = useState(now);
	useEffect(() => {
		const timer = setInterval(() => setTime(now()), 1_000);
		return () => clearInterval(timer);
	}, [now]);
	return time;
}
