using Anef.Applications.AnswerNeighbours;
using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Seeding;

namespace Anef.Applications.Seed;

/// <summary>People, their requests and the words that they are found by, made by the domain itself.</summary>
internal sealed class SeedPeople(IProcedures law, PrefectureCatalog prefectures, Local<ISiteRouting> sites) : ISeeder
{
    public Type Db => typeof(ApplicationsDb);

    public IReadOnlyList<Type> Rows { get; } = [typeof(Person), typeof(PermitApplication), typeof(PersonWord)];

    public void Write(Life life, ISeedRows rows)
    {
        var lived = new Lived(life, law, prefectures, sites);
        lived.Live();
        rows.Add(lived.Person);
        foreach (var request in lived.Requests) rows.Add(request);
        // A prefecture that they have left still finds them.
        foreach (var prefecture in lived.Requests.Select(r => r.Prefecture).Append(life.Prefecture).Append(lived.Person.Prefecture).Distinct())
            foreach (var word in lived.Person.Words) rows.Add(new PersonWord(lived.Person.Id, prefecture, word));
        life.Tell(new PersonStory(lived.Looks, WorkloadAnswers.Of(lived.Person, lived.Requests)));
    }
}
