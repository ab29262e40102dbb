namespace Anef.Tests.Rehearsals;

/// <summary>A file that cannot be played says where and why.</summary>
public sealed class ReadingAFile
{
    private const string Head = """
        title: essai
        prefecture: "75"
        start: 2026-06-01T09:00:00
        until: 2026-07-01T09:00:00

        """;

    [TestCase("ligne 1 : il manque la clé « prefecture »", "start: 2026-06-01\nuntil: 2026-07-01\n")]
    [TestCase("ligne 1 : le fichier est vide", "")]
    [TestCase("ligne 2 : clé inconnue « stage »", "prefecture: \"75\"\nstage: 1\n")]
    [TestCase("ligne 3 : « until » n'est pas après « start »", "prefecture: \"75\"\nstart: 2026-06-01\nuntil: 2026-06-01\n")]
    [TestCase("ligne 2 : « start: demain » n'est pas un instant", "prefecture: \"75\"\nstart: demain\nuntil: 2026-06-01\n")]
    [TestCase("ligne 1 : département inconnu « 20 »", "prefecture: \"20\"\nstart: 2026-06-01\nuntil: 2026-07-01\n")]
    [TestCase("ligne 2 : « basis: opinion »", "prefecture: \"75\"\nbasis: opinion\nstart: 2026-06-01\nuntil: 2026-07-01\n")]
    public async Task A_file_that_cannot_be_read(string fault, string text) => await Faulty(text, fault);

    [TestCase("ligne 6 : clé inconnue « age »", "people:\n  p: { age: 30 }\n")]
    [TestCase("ligne 6 : clé inconnue « colour » dans le titre de « p »", "people:\n  p: { permit: { colour: red } }\n")]
    [TestCase("ligne 6 : verbe inconnu « celebrate »", "steps:\n  - { at: 2026-06-02, celebrate: { person: p } }\n")]
    [TestCase("ligne 6 : il manque un verbe à cette étape", "steps:\n  - { at: 2026-06-02 }\n")]
    [TestCase("ligne 6 : une étape a un seul verbe, et non sign, notify", "steps:\n  - { at: 2026-06-02, sign: {}, notify: {} }\n")]
    [TestCase("ligne 6 : il manque « at »", "steps:\n  - { sign: {} }\n")]
    [TestCase("ligne 6 : cette étape est avant « start »", "steps:\n  - { at: 2026-05-02, sign: {} }\n")]
    [TestCase("ligne 6 : cette étape est après « until »", "steps:\n  - { at: 2026-07-02, sign: {} }\n")]
    [TestCase("ligne 6 : demande inconnue à ce moment-là « A »", "steps:\n  - { at: 2026-06-02, sign: { application: A, outcome: grant } }\n")]
    [TestCase("ligne 6 : personne inconnue « q »", "steps:\n  - { at: 2026-06-02, move: { person: q, to: '69' } }\n")]
    [TestCase("ligne 6 : événement inconnu « Miracle »", "expect:\n  - { event: Miracle }\n")]
    [TestCase("ligne 6 : « ImplicitRefusal » n'a pas de champ « colour »", "expect:\n  - { none: ImplicitRefusal, colour: red }\n")]
    [TestCase("ligne 6 : « count » : il manque « is »", "expect:\n  - { count: ImplicitRefusal }\n")]
    [TestCase("ligne 6 : une attente commence par", "expect:\n  - { maybe: ImplicitRefusal }\n")]
    public async Task A_word_that_nobody_knows(string fault, string rest) => await Faulty(Head + rest, fault);

    [Test]
    public async Task A_name_belongs_to_one_person()
    {
        var text = Head + """
            people:
              p: { born: 1990-01-01 }
              q: { born: 1990-01-01 }
            steps:
              - { at: 2026-06-02, file: { id: A, person: p, procedure: ETU } }
              - { at: 2026-06-03, file: { id: A, person: q, procedure: ETU } }
            """;

        await Faulty(text, "ligne 10 : « A » nomme déjà la demande d'une autre personne");
    }

    [Test]
    public async Task An_unknown_field_of_a_state_is_found_though_it_is_judged_last() =>
        await Faulty(Head + "people:\n  p: { born: 1990-01-01 }\nexpect:\n  - { person: p, shoeSize: 43 }\n", "ligne 8 : « person » n'a pas de champ « shoeSize »");

    [TestCase("leadDays: many", "leadDays")]
    [TestCase("lead: 15", "lead")]
    public async Task A_setting_that_cannot_be(string setting, string field) =>
        await Faulty(Head + $"settings: {{ {setting} }}\n", $"ligne 5 : ", field);

    private static async Task Faulty(string text, params string[] words)
    {
        var performance = await Theatre.Play(text);

        Assert.That(performance.Passed, Is.False);
        foreach (var word in words) Assert.That(performance.Fault, Does.Contain(word));
        Assert.That(performance.Fault, Does.StartWith("essai.yaml"));
    }
}
