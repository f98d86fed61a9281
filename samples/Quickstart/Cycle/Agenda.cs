namespace OrderToCash.Quickstart;

/// <summary>What is still to do, earliest first; what is due at the same moment keeps the order it was planned in.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Func<Task>, (LocalDateTime Moment, int Sequence)> queue = new();
    private int sequence;

    /// <summary>Plans something for a moment.</summary>
    public void Plan(LocalDateTime moment, Func<Task> work) => queue.Enqueue(work, (moment, sequence++));

    /// <summary>Does everything, also what is planned on the way.</summary>
    public async Task RunAsync(CycleClock clock)
    {
        while (queue.TryDequeue(out var work, out var when))
        {
            clock.GoTo(when.Moment);
            await work();
        }
    }
}
