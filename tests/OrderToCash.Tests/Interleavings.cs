using OrderToCash.Receivables;

namespace OrderToCash.Tests;

/// <summary>Books of one command: every call waits until the explorer lets it through, so that a step is what lies between two calls.</summary>
internal sealed class SteppedBooks(IBooks inner, bool coarse) : PassThroughBooks(inner)
{
    private TaskCompletionSource? gate;
    private bool hasLoaded;

    public bool IsWaiting => gate is not null;

    public void Go()
    {
        var open = gate!;
        gate = null;
        open.SetResult();
    }

    public override async ValueTask<CommitAnswer?> FindOutcomeAsync(CommandId command, ContentHash content, CancellationToken cancellationToken = default)
    {
        await StepAsync().ConfigureAwait(false);
        return await Inner.FindOutcomeAsync(command, content, cancellationToken).ConfigureAwait(false);
    }

    public override async ValueTask<CommitAnswer> CommitAsync(CommandId command, ContentHash content, IReadOnlyList<NumberSeries> series,
        Func<Numbers, Result<Commit>> build, CancellationToken cancellationToken = default)
    {
        await StepAsync().ConfigureAwait(false);
        hasLoaded = false;
        return await Inner.CommitAsync(command, content, series, build, cancellationToken).ConfigureAwait(false);
    }

    public override async ValueTask<Stored<TState>?> LoadAsync<TState>(StreamId stream, CancellationToken cancellationToken = default)
    {
        if (!coarse || !hasLoaded) await StepAsync().ConfigureAwait(false);
        hasLoaded = true;
        return await Inner.LoadAsync<TState>(stream, cancellationToken).ConfigureAwait(false);
    }

    public override async IAsyncEnumerable<JournalEntry> JournalAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (!coarse) await StepAsync().ConfigureAwait(false);
        await foreach (var entry in Inner.JournalAsync(cancellationToken).ConfigureAwait(false)) yield return entry;
    }

    private Task StepAsync() => (gate = new()).Task;
}

/// <summary>
/// Runs commands in every order their steps can have, each order in a world of its own: first to the end, then with the last choice
/// made otherwise, until there is none left. Continuations run in place, so an order is the same whenever it is run.
/// </summary>
internal static class Interleavings
{
    /// <summary>How many orders there are; each is checked.</summary>
    /// <param name="coarse">True makes one step of all loads of an attempt.</param>
    /// <param name="world">A new world.</param>
    /// <param name="commands">The commands, each with books of its own over those of the world.</param>
    /// <param name="check">What must hold after each order; it is given the answers in the order of the commands.</param>
    public static int Explore<TAnswer>(bool coarse, Func<IBooks> world, IReadOnlyList<Func<IBooks, Task<TAnswer>>> commands,
        Action<IBooks, IReadOnlyList<TAnswer>> check)
    {
        // With a context of the test runner continuations would go to other threads.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return Walk(coarse, world, commands, check);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    /// <summary>The same for some of the orders, picked by chance from a seed that a failure names: where there are too many.</summary>
    public static void Sample<TAnswer>(int count, Func<IBooks> world, IReadOnlyList<Func<IBooks, Task<TAnswer>>> commands,
        Action<IBooks, IReadOnlyList<TAnswer>> check)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            for (var seed = 1; seed <= count; seed++)
            {
                var (books, random) = (world(), new Random(seed));
                var stepped = commands.Select(_ => new SteppedBooks(books, false)).ToArray();
                var answers = commands.Select((command, i) => command(stepped[i])).ToArray();
                while (stepped.Where(s => s.IsWaiting).ToArray() is { Length: > 0 } ready) ready[random.Next(ready.Length)].Go();
                Assert.All(answers, answer => Assert.True(answer.IsCompletedSuccessfully, $"order {seed}: {answer.Exception}"));
                check(books, [.. answers.Select(answer => answer.Result)]);
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private static int Walk<TAnswer>(bool coarse, Func<IBooks> world, IReadOnlyList<Func<IBooks, Task<TAnswer>>> commands,
        Action<IBooks, IReadOnlyList<TAnswer>> check)
    {
        var (choices, orders) = (new List<(int Pick, int Of)>(), 0);
        do
        {
            var books = world();
            var stepped = commands.Select(_ => new SteppedBooks(books, coarse)).ToArray();
            var answers = commands.Select((command, i) => command(stepped[i])).ToArray();
            for (var depth = 0; ; depth++)
            {
                var ready = stepped.Where(s => s.IsWaiting).ToArray();
                if (ready.Length == 0) break;
                if (depth == choices.Count) choices.Add((0, ready.Length));
                Assert.Equal(ready.Length, choices[depth].Of);
                ready[choices[depth].Pick].Go();
            }
            Assert.All(answers, answer => Assert.True(answer.IsCompletedSuccessfully, answer.Exception?.ToString() ?? "a command hangs"));
            orders++;
            check(books, [.. answers.Select(answer => answer.Result)]);
            while (choices.Count > 0 && choices[^1].Pick + 1 == choices[^1].Of) choices.RemoveAt(choices.Count - 1);
            if (choices.Count > 0) choices[^1] = choices[^1] with { Pick = choices[^1].Pick + 1 };
        }
        while (choices.Count > 0);
        return orders;
    }
}
