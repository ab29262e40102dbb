using System.Reflection;
using Anef.Tests.Architecture.Rules;

namespace Anef.Tests.Architecture;

public sealed class BoundariesOfModules
{
    private static readonly Assembly Here = typeof(BoundariesOfModules).Assembly;

    [TestCaseSource(typeof(House), nameof(House.Modules))]
    public void A_module_shows_only_its_module_class(string module) => Assert.That(Faces.Shown(House.Of(module)), Is.Empty);

    [Test]
    public void A_public_class_is_found() => Assert.That(Faces.Shown(Here), Does.Contain(typeof(Specimens.Open).FullName));

    [TestCaseSource(typeof(House), nameof(House.Modules))]
    public void A_module_leans_on_others_only_through_their_contracts(string module) =>
        Assert.That(Faces.LeansOn(House.Of(module), IsKernelOrContracts), Is.Empty);

    [TestCaseSource(typeof(House), nameof(House.Modules))]
    public void A_projects_file_names_no_other_modules_inside(string module)
    {
        var text = File.ReadAllText(Support.Repository.PathOf("Modules", module, $"{module}.csproj"));
        Assert.That(References.ToModules(text), Is.All.EndsWith(".Contracts.csproj"));
    }

    [Test]
    public void A_reference_to_an_inside_is_found()
    {
        Assert.That(Faces.LeansOn(Here, IsKernelOrContracts), Does.Contain("Anef.Host"));
        Assert.That(References.ToModules("""<ProjectReference Include="../Staffing/Staffing.csproj" />"""), Is.EqualTo(new[] { "../Staffing/Staffing.csproj" }));
    }

    [TestCaseSource(typeof(House), nameof(House.Modules))]
    public void Contracts_lean_on_the_kernel_alone(string module)
    {
        if (House.ContractsOf(module) is not { } contracts) return;
        Assert.That(Faces.LeansOn(contracts, name => name == "Anef.SharedKernel").Concat(Faces.Strangers(contracts)), Is.Empty);
    }

    [Test]
    public void Contracts_that_lean_on_more_are_found()
    {
        Assert.That(Faces.LeansOn(Here, name => name == "Anef.SharedKernel"), Is.Not.Empty);
        Assert.That(Faces.Strangers(Here), Does.Contain("Microsoft.EntityFrameworkCore"));
    }

    [Test]
    public void The_host_leans_on_no_module() => Assert.That(Faces.LeansOn(House.Host, name => name == "Anef.SharedKernel"), Is.Empty);

    [Test]
    public void The_kernel_leans_on_nothing_of_ours() => Assert.That(Faces.LeansOn(House.Kernel, _ => false), Is.Empty);

    private static bool IsKernelOrContracts(string name) => name == "Anef.SharedKernel" || name.EndsWith(".Contracts", StringComparison.Ordinal);
}
