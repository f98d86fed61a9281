using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>By when a dispute is to be answered and decided, and when it was. Days are business days of the seller.</summary>
public sealed record DisputeClock
{
    /// <summary>The day it started: the claim came in, or was opened again.</summary>
    public required LocalDate StartedOn { get; init; }

    /// <summary>The last day for a first answer to the customer, inclusive.</summary>
    public required LocalDate AnswerDueOn { get; init; }

    /// <summary>The last day for a decision, inclusive.</summary>
    public required LocalDate DecisionDueOn { get; init; }

    /// <summary>The day of the first answer; null while there is none.</summary>
    public LocalDate? AnsweredOn { get; init; }

    /// <summary>The day it was decided or withdrawn; null before.</summary>
    public LocalDate? DecidedOn { get; init; }

    /// <summary>True when the first answer came late, or is late on that day.</summary>
    public bool IsAnswerLate(LocalDate today) => (AnsweredOn ?? DecidedOn ?? today) > AnswerDueOn;

    /// <summary>True when the decision came late, or is late on that day.</summary>
    public bool IsDecisionLate(LocalDate today) => (DecidedOn ?? today) > DecisionDueOn;

    /// <summary>Calendar days from the start to the decision; null before it.</summary>
    [JsonIgnore]
    public int? DaysToDecide => DecidedOn is { } day ? Period.DaysBetween(StartedOn, day) : null;
}
