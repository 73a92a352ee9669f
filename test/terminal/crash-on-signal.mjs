// Loaded into the console by a test, with NODE_OPTIONS=--import: fails inside of it when asked to.
process.on('SIGUSR2', () => {
	if (process.env.CRASH_BY === 'rejection') void Promise.reject(new Error('the sky fell'));
	else throw new Error('the sky fell');
});
