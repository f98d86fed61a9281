namespace OrderToCash;

/// <summary>What a run of the automation did.</summary>
public sealed record AutomationReport
{
    /// <summary>Messages handled and acknowledged.</summary>
    public required int Handled { get; init; }

    /// <summary>Commands that were done, or had been done before.</summary>
    public required int Done { get; init; }

    /// <summary>Commands that were refused, in the order of their messages.</summary>
    public EquatableArray<AutomationRefusal> Refusals { get; init; }
}
