namespace OrderToCash.Quickstart;

/// <summary>A bank line and what became of it.</summary>
internal sealed record BankDecision
{
    /// <summary>The line as it was planned.</summary>
    public required PlannedPayment Plan { get; init; }

    /// <summary>True when the books took it.</summary>
    public required bool IsBooked { get; init; }

    /// <summary>What was refused: the booking, or only the application when the money was booked on account instead.</summary>
    public EquatableArray<DomainError> Errors { get; init; }
}
