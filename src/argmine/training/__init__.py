"""How the models that ship with argmine are made again: each is a command of its own, `python -m argmine.training.…`.

    encoders   the static encoder and the two halves of MiniLM (static, halves, original, directions)
    linear     the linear claim model, then `reader`, the small transformer beside it (labelled, reliability)
    topics     what provisions sound like

Nothing else imports this package; its libraries (torch, scikit-learn, onnx) are the extras `models` and `train`.
"""
