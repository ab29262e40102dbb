namespace Anef.SharedKernel.UseCases;

/// <summary>One thing a person or a neighbour can ask of a module.</summary>
/// <remarks>Found by scanning and decorated in the host; a use case saves its own change, once.</remarks>
public interface IUseCase<in TRequest, TResponse>
{
    /// <summary>Does it, or throws <see cref="Rules.RuleBroken"/> or <see cref="Rules.NotFound"/> and leaves no trace.</summary>
    Task<TResponse> Handle(TRequest request, CancellationToken ct);
}

/// <summary>The answer of a use case that has nothing to say beyond "done".</summary>
public readonly record struct Done;
