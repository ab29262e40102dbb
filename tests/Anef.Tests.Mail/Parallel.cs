[assembly: System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
[assembly: Parallelizable(ParallelScope.All)]
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
