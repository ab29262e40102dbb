namespace Anef.Tests.Architecture.Specimens;

/// <summary>Public and open, which nothing in a module may be.</summary>
public class Open;
