namespace OrderToCash.Quickstart;

/// <summary>One thing that was wrong with the input, and what to do about it.</summary>
public sealed record Rejection
{
    /// <summary>The file's name.</summary>
    public required string File { get; init; }

    /// <summary>The line, from 1; 0 for the file as a whole.</summary>
    public required int Line { get; init; }

    /// <summary>The column, or the place in a bank file; empty for the whole row.</summary>
    public string Field { get; init => field = value ?? ""; } = "";

    /// <summary>The code of the error catalogue.</summary>
    public required string Code { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Message { get; init; }

    /// <summary>What to do about it.</summary>
    public required string Remedy { get; init; }

    /// <summary><c>orders.csv, line 12, quantity: ... [input.zero-quantity]</c>.</summary>
    public override string ToString() =>
        $"{File}{(Line > 0 ? $", line {Line}" : "")}{(Field.Length > 0 ? $", {Field}" : "")}: {Message} {Remedy} [{Code}]";
}
