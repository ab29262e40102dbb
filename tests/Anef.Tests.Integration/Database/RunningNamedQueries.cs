using System.Collections;
using Anef.SharedKernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Integration.Database;

public sealed class RunningNamedQueries(DatabaseProvider provider) : OnEachProvider(provider)
{
    [Test]
    public async Task On_empty_tables_each_answers_nothing()
    {
        await using var house = await Build();
        await using var scope = house.Scope();
        foreach (var query in NamedQuery.All())
            Assert.That(() => ((IEnumerable)query.On(scope)).Cast<object>().ToList(), Is.Empty, $"{query}");
    }

    [Test]
    public void There_are_some() => Assert.That(NamedQuery.All(), Is.Not.Empty);
}
