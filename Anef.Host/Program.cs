using Anef.Host.Commands;

return await AnefCommands.Run(args);

/// <summary>Named for the tests that start the whole host.</summary>
public partial class Program;
