# Completion of raci for fish: raci completion fish | source, or this file as ~/.config/fish/completions/raci.fish.
function __raci_complete
    set -l token (commandline -ct)
    set -l words (commandline -opc)
    set -l lines (command raci __complete fish $words[2..-1] "$token" 2>/dev/null)
    if string match -q '*files*' -- "$lines[1]"
        set -l head (string match -r '^.*=' -- "$token")
        for path in (__fish_complete_path (string replace -r '^.*=' '' -- "$token"))
            printf '%s%s\n' "$head" $path
        end
    end
    if test (count $lines) -gt 1
        printf '%s\n' $lines[2..-1]
    end
end
complete -c raci -e
complete -c raci -f -a '(__raci_complete)'
