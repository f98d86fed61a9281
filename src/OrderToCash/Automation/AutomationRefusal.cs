namespace OrderToCash;

/// <summary>A command of the automation that was refused: somebody has to look at it.</summary>
public sealed record AutomationRefusal
{
    /// <summary>The message it followed from.</summary>
    public required long Sequence { get; init; }

    /// <summary>The stream of that message.</summary>
    public required StreamId Stream { get; init; }

    /// <summary>The command, to be given again once the reason is gone.</summary>
    public required Command Command { get; init; }

    /// <summary>Why.</summary>
    public required EquatableArray<DomainError> Errors { get; init; }
}
