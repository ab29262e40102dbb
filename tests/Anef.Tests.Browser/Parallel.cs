// A browser takes a core of its own.
[assembly: Parallelizable(ParallelScope.All)]
[assembly: LevelOfParallelism(2)]
