using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Anef.SharedKernel.Persistence;
using Anef.Tests.Support;

namespace Anef.Benchmarks;

/// <summary>A PostgreSQL of this run's own, by <c>build/postgres.sh</c>, when no other is named.</summary>
internal sealed class PostgresServer : IDisposable
{
    private const string Variable = "ANEF_TEST_POSTGRESQL";
    private readonly string _folder;

    private PostgresServer(string folder) => _folder = folder;

    public static PostgresServer? StartIfNone()
    {
        if (TestDatabase.Missing(DatabaseProvider.PostgreSql) is null) return null;
        var folder = Path.Combine(Path.GetTempPath(), $"anef-pg-{Environment.ProcessId}");
        var port = FreePort();
        if (Script("start", folder, $"{port}", "durable") != 0) return null;
        Environment.SetEnvironmentVariable(Variable, $"Host=127.0.0.1;Port={port};Username=anef;Password=anef;Database=postgres");
        return new PostgresServer(folder);
    }

    public void Dispose()
    {
        Script("stop", _folder);
        Environment.SetEnvironmentVariable(Variable, null);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static int Script(params string[] arguments)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Anef.sln"))) root = root.Parent;
        if (root is null) return 1;
        using var bash = Process.Start("bash", [Path.Combine(root.FullName, "build", "postgres.sh"), .. arguments]);
        bash.WaitForExit();
        return bash.ExitCode;
    }
}
