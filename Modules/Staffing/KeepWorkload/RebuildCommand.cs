using System.CommandLine;
using Anef.SharedKernel.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Staffing.KeepWorkload;

/// <summary><c>rebuild-workload</c>: the read model, from nothing.</summary>
internal static class RebuildCommand
{
    public static Command Make(RunInHouse run)
    {
        var command = new Command("rebuild-workload", "Refait la copie de travail (files de travail, rapports) à partir des demandes et des attestations. À lancer pendant que personne ne sert.");
        command.SetAction((_, ct) => run(async (services, token) =>
        {
            var done = await services.GetRequiredService<RebuildWorkload>().Run(count => { if (count % 10_000 < 200) Console.Error.WriteLine($"{count} personnes…"); }, token);
            Console.WriteLine($"{done} personnes relues.");
            return 0;
        }, ct));
        return command;
    }
}
