using System.Runtime.Loader;
using Anef.Notifications.Domain;
using Anef.Notifications.ListMessages;
using Anef.Tests.Support;

namespace Anef.Tests.Integration;

/// <summary>These tests name the modules' internal types and also load their packages.</summary>
/// <remarks>
/// Tried: in the default context, the runtime answers a load by path with the program's own copy of that name where there is one,
/// even when the file at that path is of another build. So the catalogue needs no word for tests, and both are the same types.
/// </remarks>
public sealed class LoadingModulesBesideTheirOwnCopies
{
    [TestCaseSource(nameof(Modules))]
    public void Takes_the_copy_beside_the_tests_and_no_second_one(string name)
    {
        foreach (var assembly in AnefHouse.Modules.Loaded.Single(m => m.Manifest.Name == name).Assemblies)
        {
            var all = AppDomain.CurrentDomain.GetAssemblies().Where(a => a.GetName().Name == assembly.GetName().Name);
            Assert.That(all, Is.EqualTo(new[] { assembly }));
            Assert.That(AssemblyLoadContext.GetLoadContext(assembly), Is.SameAs(AssemblyLoadContext.Default));
            Assert.That(assembly.Location, Does.StartWith(AppContext.BaseDirectory));
        }
    }

    [Test]
    public async Task Lets_a_test_ask_an_internal_use_case()
    {
        await using var house = await AnefHouse.Build();
        var stuck = await house.Ask<ListMessages.Request, IReadOnlyList<ListMessages.Line>>(new(MessageState.Stuck));
        Assert.That(stuck, Is.Empty);
    }

    private static IEnumerable<string> Modules() => AnefHouse.Modules.Loaded.Select(m => m.Manifest.Name);
}
