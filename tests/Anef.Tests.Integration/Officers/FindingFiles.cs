using Anef.Applications.ListFiles;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Security;
using Anef.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using FileApplication = Anef.Applications.FileApplication.FileApplication;
using RegisterPerson = Anef.Applications.RegisterPerson.RegisterPerson;

namespace Anef.Tests.Integration.Officers;

public sealed class FindingFiles(DatabaseProvider provider) : OnEachProvider(provider)
{
    private Visitor _visitor = Visitor.Nobody;

    [Test]
    public async Task By_name_number_and_filter_page_after_page_is_the_same_everywhere()
    {
        await using var house = await Build(configure: b => b.Services.AddScoped(_ => _visitor));
        string[] names = ["Nguyễn|Thị", "Đặng-Ngô|Anh", "O'Neill|Zoë", "Mariette|Élodie", "MARIN|Éloi"];
        var numbers = new Dictionary<string, string>();
        foreach (var name in names)
        {
            house.Clock.Advance(TimeSpan.FromMinutes(1));
            numbers[name] = await File(house, name, "DUP");
        }
        var protege = await File(house, "Marie|Rose", "OP");

        _visitor = Officer(Role.CaseOfficer, "75");
        Assert.That(await Find(house, new() { Text = "nguyen" }), Is.EqualTo(new[] { numbers[names[0]] }));
        Assert.That(await Find(house, new() { Text = "ngo dang" }), Is.EqualTo(new[] { numbers[names[1]] }));
        Assert.That(await Find(house, new() { Text = "ZOE" }), Is.EqualTo(new[] { numbers[names[2]] }));
        Assert.That(await Find(house, new() { Text = "mari", Take = 1 }), Is.EqualTo(new[] { numbers[names[3]], numbers[names[4]] }));
        Assert.That(await Find(house, new() { Take = 2 }), Is.EqualTo(names.Reverse().Select(n => numbers[n])));
        Assert.That(await Find(house, new() { State = "us", Take = 2 }), Is.EqualTo(names.Reverse().Select(n => numbers[n])));
        Assert.That(await Find(house, new() { Text = numbers[names[0]].ToLowerInvariant() }), Has.Count.EqualTo(1));
        Assert.That(await Find(house, new() { Text = protege }), Is.Empty);
        Assert.That(await Find(house, new() { Near = true }), Is.Empty);

        _visitor = Officer(Role.Referent, "75");
        Assert.That(await Find(house, new() { Text = "marie" }), Is.EquivalentTo(new[] { numbers[names[3]], protege }));
        Assert.That(await Find(house, new() { Restricted = true }), Is.EqualTo(new[] { protege }));
    }

    private static Visitor Officer(Role role, string prefecture) => new(Guid.CreateVersion7(), "Léa Martin", null, [new(role, prefecture)]);

    private static async Task<string> File(AnefHouse house, string name, string procedure)
    {
        var person = await house.Ask<RegisterPerson.Request, Guid>(new()
        {
            Surname = name.Split('|')[0], FirstNames = name.Split('|')[1], Born = new(1990, 1, 1), Prefecture = "75",
            Held = new("CJF", "L423-1", new(2025, 10, 1), new(2026, 9, 30), Work: true),
        });
        return (await house.Ask<FileApplication.Request, FileApplication.Filed>(new(person, procedure))).Number;
    }

    private static async Task<List<string>> Find(AnefHouse house, ListFiles.Request request)
    {
        var found = new List<string>();
        do
        {
            var page = await house.Ask<ListFiles.Request, ListFiles.Page>(request);
            found.AddRange(page.Rows.Select(r => r.Number));
            request = request with { After = page.Next };
        }
        while (request.After is not null);
        return found;
    }
}
