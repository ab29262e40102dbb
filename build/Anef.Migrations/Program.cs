using System.Reflection;
using Anef.Migrations;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// `dotnet ef` runs this up to Build() and takes every context that it finds registered, so no module needs a factory of its own.
var host = Host.CreateApplicationBuilder(args);
host.Services.AddSingleton(TimeProvider.System).AddSingleton<Positions>().AddSingleton<PumpBell>();
host.Services.AddSingleton(new EventCatalog([]));
host.Services.AddSingleton<ModuleDbServices>();
var add = typeof(ModuleDbSetup).GetMethod(nameof(ModuleDbSetup.AddModuleDb), BindingFlags.Public | BindingFlags.Static)!;
foreach (var db in ModuleContexts.Find())
    add.MakeGenericMethod(db).Invoke(null, [host.Services, host.Configuration]);
using var built = host.Build();
Console.WriteLine(string.Join(Environment.NewLine, ModuleContexts.Find().Select(db => db.Name)));
