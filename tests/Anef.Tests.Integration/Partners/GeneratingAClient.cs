using System.Reflection;
using System.Runtime.Loader;
using Anef.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;

namespace Anef.Tests.Integration.Partners;

/// <summary>What others do with the description: a program of their own makes a client of it.</summary>
internal sealed class GeneratingAClient
{
    [Test]
    public async Task The_client_made_from_the_description_sends_and_reads()
    {
        await using var asso = await Asso.Start();
        using var program = await AskingAsAProgram.Program(asso);
        var batch = await AskingAsAProgram.Batch(asso);
        var assembly = Compile(await Generate(await program.GetStringAsync(new Uri("/api/partner/openapi.json", UriKind.Relative))));
        var client = Activator.CreateInstance(assembly.GetType("Made.PartnerClient")!, program)!;
        dynamic read = await Call(client, "GetBatchAsync", batch.Id);
        Assert.That((int)read.Settled, Is.EqualTo(1));
        dynamic lines = await Call(client, "GetLinesAsync", batch.Id, 0, 500);
        Assert.That(((IEnumerable<object>)lines.Lines).Select(line => line.GetType().GetProperty("Status")!.GetValue(line)!.ToString()), Is.EqualTo(new[] { "RefusedNoMandate" }));
    }

    private static async Task<string> Generate(string description)
    {
        var document = await OpenApiDocument.FromJsonAsync(description);
        return new CSharpClientGenerator(document, new CSharpClientGeneratorSettings
        {
            ClassName = "PartnerClient",
            UseBaseUrl = false,
            CSharpGeneratorSettings = { Namespace = "Made", JsonLibrary = NJsonSchema.CodeGeneration.CSharp.CSharpJsonLibrary.SystemTextJson },
        }).GenerateFile();
    }

    private static Assembly Compile(string source)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        using var binary = new MemoryStream();
        var made = CSharpCompilation.Create("Made", [CSharpSyntaxTree.ParseText(source)], references, new(OutputKind.DynamicallyLinkedLibrary)).Emit(binary);
        Assert.That(made.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()), Is.Empty);
        binary.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(binary);
    }

    private static async Task<object> Call(object client, string method, params object[] arguments)
    {
        var chosen = client.GetType().GetMethods().Single(m => m.Name == method && m.GetParameters().Length == arguments.Length);
        var task = (Task)chosen.Invoke(client, arguments)!;
        await task;
        return task.GetType().GetProperty("Result")!.GetValue(task)!;
    }
}
