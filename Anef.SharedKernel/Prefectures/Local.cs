using Autofac.Features.Indexed;

namespace Anef.SharedKernel.Prefectures;

/// <summary>The prefecture's own way of doing a thing, or the common one.</summary>
public sealed class Local<T>(IIndex<string, T> own, T common) where T : class
{
    /// <summary>What holds in that department.</summary>
    public T For(string prefecture) => own.TryGetValue(prefecture, out var found) ? found : common;
}
