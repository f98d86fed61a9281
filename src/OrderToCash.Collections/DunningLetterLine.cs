namespace OrderToCash.Collections;

/// <summary>An instalment on a letter, with the level it reaches by it.</summary>
public sealed record DunningLetterLine
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>The number the customer knows.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>Which instalment of the document, from 1.</summary>
    public int Instalment { get; init; }

    /// <summary>The structured payment reference; empty when there is none.</summary>
    public string PaymentReference { get; init => field = value ?? ""; } = "";

    /// <summary>The date on the document.</summary>
    public required LocalDate DocumentDate { get; init; }

    /// <summary>The last day to pay without being late.</summary>
    public required LocalDate DueDate { get; init; }

    /// <summary>Days after the due date; below zero before it.</summary>
    public required int DaysOverdue { get; init; }

    /// <summary>The original amount.</summary>
    public required Money Original { get; init; }

    /// <summary>What is asked for: open, net of applied credit and payments, without what a stop withholds.</summary>
    public required Money Amount { get; init; }

    /// <summary>The part that is open and not asked for, because it is disputed or promised.</summary>
    public required Money Withheld { get; init; }

    /// <summary>The level it had in this cycle; null when this is the first.</summary>
    public int? PreviousLevel { get; init; }

    /// <summary>The level it reaches.</summary>
    public required int Level { get; init; }

    /// <summary>From 1; the next one begins when an instalment that was cured is late again.</summary>
    public required int Cycle { get; init; }
}
