namespace OrderToCash.Primitives;

/// <summary>Who gives a command: a person, or a part of the system on its own. Every event carries it.</summary>
public readonly record struct Actor
{
    /// <summary>The user, or the name of the automation.</summary>
    public required PersonId Id { get; init; }

    /// <summary>True when nobody gave the command by hand.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>A person.</summary>
    public static Actor Person(string id) => new() { Id = new(id) };

    /// <summary>A part of the system, by name.</summary>
    public static Actor System(string name) => new() { Id = new(name), IsAutomatic = true };

    /// <summary>The id; automatic ones in brackets.</summary>
    public override string ToString() => IsAutomatic ? $"[{Id}]" : Id.ToString();
}
