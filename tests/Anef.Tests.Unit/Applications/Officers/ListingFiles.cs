using Anef.Applications.ConfirmComplete;
using Anef.Applications.ListFiles;
using Anef.Applications.MovePerson;
using Anef.Applications.RequestDocuments;
using Anef.SharedKernel.Security;

namespace Anef.Tests.Unit.Applications.Officers;

internal sealed class ListingFiles
{
    [Test]
    public async Task Shows_those_of_the_prefecture_newest_first_page_after_page()
    {
        await using var desk = new Desk();
        var (here, there) = (await desk.Register(), await desk.Register(Desk.Holder(prefecture: "69")));
        var filed = new List<string>();
        foreach (var day in new[] { "2026-05-02", "2026-05-03", "2026-05-04", "2026-05-05", "2026-05-06" })
        {
            desk.On(day);
            filed.Insert(0, (await desk.File(new(here, "DUP"))).Number);
            await desk.File(new(there, "DUP"));
        }
        Assert.That(await Pages(desk, Agents.Officer(), new() { Take = 2 }), Is.EqualTo(new[] { filed[..2], filed[2..4], filed[4..] }));
        Assert.That(await Pages(desk, Agents.Officer(), new() { Take = 2, Prefecture = "69" }), Is.EqualTo(new[] { Array.Empty<string>() }), "not served");
        Assert.That(await Pages(desk, Agents.Agent("Léa Martin", new RoleGrant(Role.CaseOfficer, null)), new() { Prefecture = "69" }), Has.One.Count.EqualTo(5));
    }

    [Test]
    public async Task Goes_through_several_states_in_one_order()
    {
        await using var desk = new Desk();
        var numbers = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            var file = await desk.Look(await desk.Filed($"2026-07-1{i}"));
            if (i % 2 == 0) await desk.Do(new ConfirmComplete.Request(file.Id));
            if (i == 3) await desk.Do(new RequestDocuments.Request(file.Id, ["MARI"], null));
            else numbers.Insert(0, file.Number);
        }
        Assert.That((await Pages(desk, Agents.Officer(), new() { State = "us", Take = 2 })).SelectMany(p => p), Is.EqualTo(numbers));
        Assert.That((await Pages(desk, Agents.Officer(), new() { State = "complete" })).Single(), Has.Count.EqualTo(4));
        Assert.That((await Pages(desk, Agents.Officer(), new() { State = "person" })).Single(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Shows_what_presses_first_and_nothing_that_does_not()
    {
        await using var desk = new Desk();
        var numbers = new List<string>();
        foreach (var day in new[] { "2026-07-10", "2026-07-15", "2026-07-20" }) numbers.Add((await desk.Look(await desk.Filed(day))).Number);
        desk.On("2026-10-29");
        Assert.That((await Pages(desk, Agents.Officer(), new() { Near = true, Take = 1 })).SelectMany(p => p), Is.EqualTo(numbers[..1]));
        await desk.Days("2026-11-12");
        Assert.That((await Pages(desk, Agents.Officer(), new() { Near = true })).Single(), Is.EqualTo(numbers), "silence that became a refusal presses on");
    }

    [Test]
    public async Task Shows_what_is_offered_where_it_is_offered()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        await desk.Do(new MovePerson.Request(file.PersonId, "69"));
        Assert.That((await Pages(desk, Agents.Officer("69"), new() { Offered = true })).Single(), Is.EqualTo(new[] { file.Number }));
        Assert.That((await Pages(desk, Agents.Officer("69"), new())).Single(), Is.Empty);
        Assert.That((await Pages(desk, Agents.Officer(), new())).Single(), Is.EqualTo(new[] { file.Number }));
    }

    [Test]
    public async Task Hides_restricted_files_and_drafts_from_lists_and_from_every_search()
    {
        await using var desk = new Desk();
        var person = await desk.Register(Desk.Holder() with { ForeignerNumber = "7503012345" });
        await desk.File(new(person, "CJF")); // too early: a draft
        desk.On("2026-07-15");
        var number = (await desk.File(new(person, "OP"))).Number;
        foreach (var request in new ListFiles.Request[] { new(), new() { Text = "diallo" }, new() { Text = "7503012345" }, new() { Text = number }, new() { Restricted = true }, new() { State = "us" } })
        {
            Assert.That((await Pages(desk, Agents.Officer(), request)).Single(), Is.Empty, $"{request}");
            Assert.That((await Pages(desk, Agents.Referent("69"), request)).Single(), Is.Empty, $"{request}");
            Assert.That((await Pages(desk, Agents.Referent(), request)).Single(), Is.EqualTo(new[] { number }), $"{request}");
        }
    }

    [TestCase("nguyễn", "Nguyễn Thị")]
    [TestCase("NGUYEN thi", "Nguyễn Thị")]
    [TestCase("dang ngo", "Đặng-Ngô Anh")]
    [TestCase("d'ang", "")]
    [TestCase("o'neill", "O'Neill Zoë")]
    [TestCase("zoe oneill", "")]
    [TestCase("zoe neill", "O'Neill Zoë")]
    [TestCase("coeur", "Cœur de Lion Jean-Marie")]
    [TestCase("marie jean coeur", "Cœur de Lion Jean-Marie")]
    [TestCase("zz", "Zzz Yann")]
    [TestCase("z", "O'Neill Zoë|Zzz Yann")]
    [TestCase("zzz", "Zzz Yann")]
    [TestCase("!", "")]
    public async Task Finds_names_whatever_their_accents_case_and_hyphens(string typed, string found)
    {
        await using var desk = new Desk();
        foreach (var (surname, first) in new[] { ("Nguyễn", "Thị"), ("Đặng-Ngô", "Anh"), ("O'Neill", "Zoë"), ("Cœur de Lion", "Jean-Marie"), ("Zzz", "Yann") })
            await desk.File(new(await desk.Register(Desk.Holder() with { Surname = surname, FirstNames = first }), "DUP"));
        desk.Visitor = Agents.Officer();
        var page = await desk.Ask<ListFiles.Request, ListFiles.Page>(new() { Text = typed });
        Assert.That(string.Join('|', page.Rows.Select(r => r.Name)), Is.EqualTo(found));
    }

    [Test]
    public async Task Finds_a_name_page_after_page_each_file_once()
    {
        await using var desk = new Desk();
        var numbers = new List<string>();
        foreach (var surname in new[] { "Marie", "Marin", "Mariette", "Marinov", "Martin" })
        {
            var person = await desk.Register(Desk.Holder() with { Surname = surname, FirstNames = "Mario" });
            numbers.Add((await desk.File(new(person, "DUP"))).Number);
            numbers.Add((await desk.File(new(person, "DUP"))).Number);
        }
        var pages = await Pages(desk, Agents.Officer(), new() { Text = "mari", Take = 3 });
        Assert.That(pages.SelectMany(p => p).Distinct(), Is.EquivalentTo(numbers));
        Assert.That(pages, Is.All.Count.LessThanOrEqualTo(3));
    }

    [Test]
    public async Task Finds_somebody_under_every_civil_status_and_where_they_have_lived()
    {
        await using var desk = new Desk();
        var person = await desk.Register(Desk.Holder() with { Surname = "Avant" });
        var file = (await desk.File(new(person, "DUP"))).Number;
        await desk.With(async (Anef.Applications.Persistence.ApplicationsDb db) =>
        {
            var tracked = await db.Person(person, default);
            tracked.Establish(tracked.Identity with { Surname = "Après" });
            tracked.MoveTo("69", "Europe/Paris");
            return await db.SaveChangesAsync();
        });
        foreach (var typed in new[] { "avant", "apres" })
            Assert.That((await Pages(desk, Agents.Officer(), new() { Text = typed })).Single(), Is.EqualTo(new[] { file }));
    }

    [Test]
    public async Task Of_one_procedure_shows_no_other()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        await desk.File(new(file.PersonId, "DUP"));
        Assert.That((await Pages(desk, Agents.Officer(), new() { Procedure = "CJF" })).Single(), Is.EqualTo(new[] { file.Number }));
        Assert.That((await Pages(desk, Agents.Officer(), new() { Procedure = "CJF", Text = "diallo" })).Single(), Is.EqualTo(new[] { file.Number }));
    }

    [TestCase("")]
    [TestCase("x~y")]
    [TestCase("0~99999999999999999999~2026-99-99~~0")]
    public async Task From_an_address_that_somebody_made_up_begins_at_the_beginning(string after)
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        Assert.That((await Pages(desk, Agents.Officer(), new() { After = after })).Single(), Is.EqualTo(new[] { file.Number }));
    }

    private static async Task<List<List<string>>> Pages(Desk desk, Visitor visitor, ListFiles.Request request)
    {
        desk.Visitor = visitor;
        var pages = new List<List<string>>();
        do
        {
            var page = await desk.Ask<ListFiles.Request, ListFiles.Page>(request);
            pages.Add([.. page.Rows.Select(r => r.Number)]);
            request = request with { After = page.Next };
        }
        while (request.After is { Length: > 0 });
        return pages;
    }
}
