namespace Anef.SharedKernel.Rules;

/// <summary>There is no such thing, or it is not yours to see: the two are told apart nowhere.</summary>
public sealed class NotFound(string what) : Exception($"Introuvable : {what}.");
