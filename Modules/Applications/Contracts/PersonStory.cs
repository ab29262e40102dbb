namespace Anef.Applications.Contracts;

/// <summary>A made-up person as neighbours would have come to know them, told to those who make their own rows of it.</summary>
/// <param name="Looks">What was true after each change, in order.</param>
/// <param name="Work">What is left to do on the last day.</param>
public sealed record PersonStory(IReadOnlyList<PersonLook> Looks, PersonWork Work);

/// <summary>What was true from an instant on.</summary>
/// <param name="Day">The civil day of the prefecture in charge.</param>
public sealed record PersonLook(DateTimeOffset At, DateOnly Day, PersonFacts Person);
