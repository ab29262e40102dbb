using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rehearsals;
using Anef.SharedKernel.Rules;

namespace Anef.Host.Rehearse;

/// <summary>Plays one rehearsal on its stage: the days, the steps, and what follows from them.</summary>
internal sealed class Play(RehearsalFile file, Stage stage, Watch watch)
{
    private readonly IServiceProvider _services = stage.Services;
    private readonly Workday _workday = new(stage.Services, stage.Clock, watch);
    private readonly Agenda _agenda = new(file, stage.Services.GetRequiredService<PrefectureCatalog>());
    private readonly RehearsalWorld _world = new() { Prefecture = file.Prefecture.Value };
    private readonly List<Refusal> _refusals = [];
    private readonly Dictionary<string, RuleBroken> _peopleRefused = [];
    private readonly Dictionary<string, RuleBroken> _filingsRefused = [];
    private DateTimeOffset? _pausedUntil;
    private DateTimeOffset? _caughtUpAt;

    /// <summary>From start to until.</summary>
    /// <exception cref="FileFault">A step says something that cannot be played.</exception>
    public async Task<Outcome> Run(CancellationToken ct)
    {
        _world.NumberOf = async (name, token) => Names(await Facts().Read(_world, _refusals, token)).NumberOf(name);
        foreach (var role in CastingOrder()) await Act(Vocabulary.Cast, role.Name, role.Line, role.Fields, ct);
        await _workday.Drain(ct);
        await _workday.Begin(_agenda.Zones, ct);
        var steps = new Queue<Step>(file.Steps);
        foreach (var day in _agenda.Days)
        {
            await PlayUntil(day.At, steps, ct);
            await Reach(day.At, ct);
            if (_pausedUntil is null && _caughtUpAt != day.At) await _workday.Begin(day.Zones, ct);
        }
        await PlayUntil(null, steps, ct);
        await Reach(file.Until, ct);
        return await Close(ct);
    }

    /// <summary>Every step before an instant.</summary>
    private async Task PlayUntil(DateTimeOffset? before, Queue<Step> steps, CancellationToken ct)
    {
        while (steps.TryPeek(out var step) && (before is null || step.At < before))
        {
            steps.Dequeue();
            await Reach(step.At, ct);
            if (step.Verb == StepReader.Pause) Pause(StepReader.EndOf(step));
            else await Act(step.Verb, step.Verb, step.Line, step.Fields, ct);
            if (_pausedUntil is null) await _workday.Drain(ct);
        }
    }

    /// <summary>Moves the clock. A pause that ends on the way ends at its own instant: the missed days' jobs run once.</summary>
    private async Task Reach(DateTimeOffset instant, CancellationToken ct)
    {
        if (_pausedUntil is { } end && end <= instant)
        {
            (_pausedUntil, _caughtUpAt) = (null, end);
            stage.Clock.JumpTo(end);
            await _workday.Drain(ct);
            await _workday.Begin(_agenda.Zones, ct);
        }
        stage.Clock.JumpTo(instant);
    }

    private void Pause(DateTimeOffset until)
    {
        if (_pausedUntil is null || until > _pausedUntil) _pausedUntil = until;
    }

    /// <summary>Who is somebody's family comes after them.</summary>
    private IEnumerable<Role> CastingOrder() => file.People.OrderBy(role => Depth(role, 0));

    private int Depth(Role role, int depth) => depth < file.People.Count && role.Fields.Values["familyOf"]?.ToString() is { } head && file.People.FirstOrDefault(p => p.Name == head) is { } other
        ? Depth(other, depth + 1)
        : depth;

    /// <summary>Whoever was refused at the door is refused in what follows, with the same words.</summary>
    private RuleBroken? EarlierRefusal(string verb, Block fields) =>
        fields.Values["person"]?.ToString() is { } person && _peopleRefused.TryGetValue(person, out var first) ? first
        : verb != "file" && fields.Values["application"]?.ToString() is { } application && _filingsRefused.TryGetValue(application, out var second) ? second
        : null;

    private async Task Act(string verb, string name, int line, Block fields, CancellationToken ct)
    {
        var who = verb == Vocabulary.Cast ? name : fields.Values["person"]?.ToString();
        try
        {
            if (EarlierRefusal(verb, fields) is { } earlier) throw earlier;
            await using var scope = _services.CreateAsyncScope();
            var player = scope.ServiceProvider.GetServices<IRehearsalVerb>().Single(v => v.Name == verb);
            await player.Play(new RehearsalStep(_world, name, fields.Values), ct);
            if (verb == "file" && fields.Values["id"] is { } id) _filingsRefused.Remove(id.ToString());
        }
        catch (RuleBroken no)
        {
            Refuse(verb, no, who, fields);
        }
        catch (NotFound no)
        {
            Refuse(verb, new RuleBroken("not-found", no.Message), who, fields);
        }
        catch (RehearsalError error)
        {
            throw new FileFault(line, error.Message);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or FileFault))
        {
            throw new PlayFault($"ligne {line} : « {verb} » s'est arrêté sur une erreur du programme ({fault.GetType().Name} : {(fault.InnerException ?? fault).Message.ReplaceLineEndings(" ")})");
        }
    }

    private void Refuse(string verb, RuleBroken no, string? person, Block fields)
    {
        var application = fields.Values[verb == "file" ? "id" : "application"]?.ToString();
        if (verb == Vocabulary.Cast) _peopleRefused[person!] = no;
        if (verb == "file" && application is not null) _filingsRefused[application] = no;
        _refusals.Add(new Refusal(stage.Clock.GetUtcNow(), _services.GetRequiredService<Positions>().Next(), verb, no.Code, no.Message, person, application));
    }

    private async Task<Outcome> Close(CancellationToken ct)
    {
        await using (var scope = _services.CreateAsyncScope())
            foreach (var state in scope.ServiceProvider.GetServices<IRehearsalState>())
                await state.Describe(_world, ct);
        var timeline = Timeline.Of(file, _world, await Facts().Read(_world, _refusals, ct), _services.GetRequiredService<PrefectureCatalog>());
        return new Outcome(timeline, [.. _workday.Faults, .. watch.Undelivered(), .. new Judge(timeline).Failures(file.Expectations)]);
    }

    private Facts Facts() => new(_services.GetRequiredService<IServiceScopeFactory>(), _services.GetRequiredService<ModuleDbCatalog>());

    private static AttestationNames Names(IReadOnlyList<Fact> facts)
    {
        var names = new AttestationNames();
        foreach (var fact in facts) names.Note(fact);
        return names;
    }
}

/// <summary>What came of a rehearsal that could be played.</summary>
/// <param name="Timeline">Null when the program failed under a step.</param>
/// <param name="Failures">Expectations that did not hold, and work that failed; none when it passed.</param>
internal sealed record Outcome(Timeline? Timeline, IReadOnlyList<string> Failures);

/// <summary>The program failed under a step: the rehearsal fails, the file is not at fault.</summary>
internal sealed class PlayFault(string words) : Exception(words);
